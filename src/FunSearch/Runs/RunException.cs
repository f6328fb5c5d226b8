namespace FunSearch.Runs;

/// <summary>A search that cannot start or go on as it was asked for; the message is a sentence for its user.</summary>
public sealed class RunException(string message) : Exception(message);
