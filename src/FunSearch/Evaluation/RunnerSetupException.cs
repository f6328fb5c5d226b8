namespace FunSearch.Evaluation;

/// <summary>A runner could not make the inputs. The message is a sentence for the user.</summary>
internal sealed class RunnerSetupException(string sentence) : Exception(sentence);
