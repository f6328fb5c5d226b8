namespace FunSearch.App;

/// <summary>A command that cannot do what it is asked; the message is the sentence that its user reads.</summary>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner);
