"""What the commands do: one a file, each with `run(args) -> exit code`, loaded when it is called."""
