"""Speed and memory of the scorecard, as ratios to a bare Streamlit page measured in the same run."""
