"""What stands in front of Streamlit: nobody without a session gets further than the sign-in page."""
