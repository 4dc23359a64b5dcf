// Loaded into every Node child: when its parent, the starter, is gone, however it went, so is the child. The child's own
// workers inherit the import, but they answer to the child.
if (process.connected && process.env.BELLWETHER_STARTER === String(process.ppid)) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(killGroup, 3000);
  });
  // Listening keeps a process alive; a script that is through shall end.
  process.channel.unref();
}

function killGroup() {
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    process.kill(process.pid, "SIGKILL");
  }
}
