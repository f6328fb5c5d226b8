namespace FunSearch.Worker.Running;

/// <summary>No search can start from this specification and these inputs. The message is a sentence for the user.</summary>
internal sealed class SetupException(string message) : Exception(message);
