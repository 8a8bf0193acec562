"""The directive scorecard: figures in, immutable snapshots, lights out."""
