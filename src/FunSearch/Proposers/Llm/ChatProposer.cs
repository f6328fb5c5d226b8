using System.Runtime.CompilerServices;
using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Answers;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;
using FunSearch.Specifications;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm;

/// <summary>Asks a language model to write the next version of the evolved function: one request a prompt, one proposal an answer.</summary>
/// <param name="name">How the user named it.</param>
/// <param name="client">Where it is asked. Disposed of by its owner.</param>
/// <param name="model">The model's name, for the journal.</param>
/// <param name="function">The function that is searched.</param>
/// <param name="write">The prompt's code, up to the open header of the next version.</param>
/// <param name="instruction">What a chat model has to be told besides: a few sentences that stand before the code.</param>
internal sealed class ChatProposer(
    string name,
    IChatClient client,
    string model,
    EvolvedFunction function,
    Func<Prompt, string> write,
    string instruction,
    ModelSettings options) : IProposer
{
    private readonly ModelSettings _options = Sound(options);
    private readonly RequestHealth _health = new(options.FailuresInARow);

    public string Name => name;

    public bool IsDeterministic => false;

    /// <summary>The whole of what a model is asked, as it is journalled.</summary>
    internal static string Request(string instruction, string code) => $"{instruction}\n\n{code}";

    /// <inheritdoc/>
    /// <remarks>A request that failed is a sample without code, so that a passing weakness of the server does not end the search.</remarks>
    public async IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = Request(instruction, write(prompt));
        yield return await AskAsync(text, prompt, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
        // A model learns from the next prompt alone.
    }

    private async Task<Proposal> AskAsync(string text, Prompt prompt, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, text)], Sampling(prompt.Random), cancellationToken)
                .ConfigureAwait(false);
            _health.Succeeded();

            // The paper numbers the programs of a prompt from 0, so the open version is their count.
            var reading = AnswerReader.Read(response.Text, function, prompt.Parents.Count);
            var usage = response.Usage;
            return new Proposal(reading.Body, model)
            {
                NoCode = reading.NoCode,
                Exchange = new Exchange(model, text, response.Text, usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0),
            };
        }
        catch (RequestException exception)
        {
            _health.Failed(exception);
            return new Proposal(null, model) { NoCode = exception.Message, Exchange = new Exchange(model, text, "", 0, 0) };
        }
    }

    /// <exception cref="ArgumentException">A number is wrong: the sentences of all that are.</exception>
    private static ModelSettings Sound(ModelSettings options) =>
        options.Violations().ToList() is { Count: > 0 } violations ? throw new ArgumentException(string.Join('\n', violations), nameof(options)) : options;

    private ChatOptions Sampling(Random random) => new()
    {
        Temperature = _options.Temperature,
        MaxOutputTokens = _options.MaxOutputTokens,
        Seed = random.Next(),
    };
}
