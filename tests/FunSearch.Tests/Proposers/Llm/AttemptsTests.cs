using FunSearch.Proposers.Llm.Protocols;

namespace FunSearch.Tests.Proposers.Llm;

public sealed class AttemptsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 8)]
    [InlineData(6, 60)]
    [InlineData(100, 60)]
    public void A_pause_doubles_up_to_a_minute(int attempt, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Attempts.Pause(TimeSpan.FromSeconds(1), attempt));
}
