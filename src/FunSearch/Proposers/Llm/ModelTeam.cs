using System.Net.Sockets;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Proposers.Syntax;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Llm;

/// <summary>The models that a search asks, and what they are told, as settings have it.</summary>
/// <param name="IsMix">True when the embedded proposer takes the prompts of which the model is busy.</param>
internal sealed record ModelTeam(LlmSettings Settings, bool IsMix)
{
    /// <summary>Prompts in flight that suit it: as many as are asked about at once, and as many again that are being evaluated.</summary>
    public int Window => (2 * Settings.Models.Sum(model => model.RequestsAtOnce)) + EmbeddedAtOnce;

    private int EmbeddedAtOnce => IsMix ? Settings.Ensemble.EmbeddedAtOnce : 0;

    /// <summary>Connects to all of them.</summary>
    /// <param name="name">How the user named it.</param>
    /// <exception cref="ProposerException">A model cannot be asked, a key cannot be read, a template is wrong.</exception>
    public async Task<ConnectedTeam> ConnectAsync(
        string name, Specification specification, string allowed, TimeProvider time, CancellationToken cancellationToken)
    {
        var members = new List<Member>();
        try
        {
            foreach (var settings in Settings.Models)
            {
                var endpoint = ModelEndpoint.Parse(settings.Address);
                var connection = await endpoint.ConnectAsync(ModelKeys.For(settings, endpoint), settings, cancellationToken).ConfigureAwait(false);
                var price = PriceQuote.Of(settings, endpoint, connection.Model);
                var member = MemberName(settings) ?? connection.Model;
                members.Add(new Member(members.Exists(other => other.Name == member) ? settings.Address : member, settings, connection, price, time));
            }

            await RefuseWhereNobodyIsAsync(cancellationToken).ConfigureAwait(false);
            return Connect(name, specification, allowed, members, time);
        }
        catch
        {
            members.ForEach(member => member.Dispose());
            throw;
        }
    }

    /// <summary>Makes a proposer of models that are connected.</summary>
    public ConnectedTeam Connect(string name, Specification specification, string allowed, IReadOnlyList<Member> members, TimeProvider time)
    {
        var writer = new PromptWriter(specification, Settings.Prompts, allowed);
        var turns = new Turns(members, Settings.Ensemble.Choose, EmbeddedAtOnce, time);
        var proposer = new ModelProposer(name, specification, new Briefer(Settings.Prompts), writer, members, turns, Embedded(specification));
        return new ConnectedTeam(proposer, members);
    }

    /// <summary>The embedded proposer of a mix; null where there is none.</summary>
    public IProposer? Embedded(Specification specification) => IsMix ? new SyntaxProposer(specification) : null;

    /// <summary>True when what this member was asked is a text to be continued.</summary>
    /// <param name="member">As the journal calls it.</param>
    public bool IsCompletion(string member)
    {
        // Two of one name are told apart by their addresses; a server's only model bears the name that the server told.
        var asked = Settings.Models.FirstOrDefault(model => model.Address == member)
            ?? Settings.Models.FirstOrDefault(model => MemberName(model) == member)
            ?? Settings.Models.FirstOrDefault(model => MemberName(model) is null);
        return asked is not null && ModelEndpoint.Outline(asked.Address).IsCompletion;
    }

    /// <summary>A server on this machine that was not started is what people forget: it is said before anything is stored.</summary>
    private async Task RefuseWhereNobodyIsAsync(CancellationToken cancellationToken)
    {
        var absences = new List<string>();
        foreach (var endpoint in Settings.Models.Select(model => ModelEndpoint.Parse(model.Address)))
        {
            if (!endpoint.Address.IsLoopback || await ReasonAsync(endpoint.Address, cancellationToken).ConfigureAwait(false) is not { } reason)
            {
                return;
            }

            absences.Add(new FailureSentences(endpoint, endpoint.Model ?? "", Key: null).ForUnreachable(reason));
        }

        throw new ProposerException(string.Join('\n', absences));
    }

    private static async Task<string?> ReasonAsync(Uri address, CancellationToken cancellationToken)
    {
        using var knock = new TcpClient();
        try
        {
            await knock.ConnectAsync(address.Host, address.Port, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (SocketException exception)
        {
            return exception.Message;
        }
    }

    private static string? MemberName(ModelSettings settings) =>
        settings.Name != settings.Address ? settings.Name : ModelEndpoint.Outline(settings.Address).Model;
}

/// <summary>A proposer of models that are connected, and the connections.</summary>
internal sealed record ConnectedTeam(ModelProposer Proposer, IReadOnlyList<Member> Members) : IDisposable
{
    /// <summary>Names of those whose price nobody knows.</summary>
    public IReadOnlyList<string> Unpriced => [.. Members.Where(member => member.Price.Price is null).Select(member => member.Name)];

    public void Dispose()
    {
        foreach (var member in Members)
        {
            member.Dispose();
        }
    }
}
