"""Who may see and change what: accounts, sessions, scope and the audit. Nothing here knows Streamlit or HTTP."""
