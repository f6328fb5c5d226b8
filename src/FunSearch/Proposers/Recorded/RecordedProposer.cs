using System.Runtime.CompilerServices;
using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Answers;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Recorded;

/// <summary>Plays recorded answers of a language model back, the n-th to prompt n, without any model. Ends the search with the file.</summary>
internal sealed class RecordedProposer : IProposer
{
    private readonly EvolvedFunction _function;
    private readonly IReadOnlyList<RecordedAnswer> _answers;

    private RecordedProposer(string name, EvolvedFunction function, IReadOnlyList<RecordedAnswer> answers)
    {
        Name = name;
        _function = function;
        _answers = answers;
    }

    public string Name { get; }

    public bool IsDeterministic => true;

    /// <param name="path">JSON Lines, a <see cref="RecordedAnswer"/> a line; empty lines do not count.</param>
    /// <exception cref="ProposerException">The file cannot be read, or a line is not what it must be.</exception>
    public static async Task<RecordedProposer> OpenAsync(string path, EvolvedFunction function, CancellationToken cancellationToken)
    {
        try
        {
            var lines = await File.ReadAllLinesAsync(path, cancellationToken).ConfigureAwait(false);
            var answers = lines.Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)).Select(line => Parse(path, line.Index + 1, line.Item));
            return new RecordedProposer($"recorded:{path}", function, [.. answers]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProposerException($"The recorded answers cannot be read: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);

        // By the prompt's number and not by a count of calls: a resumed search does not ask again for what it has.
        if (prompt.Number <= _answers.Count)
        {
            var answer = _answers[(int)(prompt.Number - 1)];
            var reading = AnswerReader.Read(answer.Answer, _function, prompt.Parents.Count);
            yield return new Proposal(reading.Body, answer.Model)
            {
                NoCode = reading.NoCode,
                Exchange = new Exchange(answer.Model, "", answer.Answer, answer.InputTokens, answer.OutputTokens),
            };
        }
    }

    /// <inheritdoc/>
    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
        // What is recorded does not learn.
    }

    private static RecordedAnswer Parse(string path, int number, string line)
    {
        try
        {
            return RecordedAnswer.Parse(line);
        }
        catch (FormatException exception)
        {
            throw new ProposerException(
                $"{path}({number}): {exception.Message} Write {{\"answer\": \"…\"}}, and as you like \"model\", \"input_tokens\" and \"output_tokens\".",
                exception);
        }
    }
}
