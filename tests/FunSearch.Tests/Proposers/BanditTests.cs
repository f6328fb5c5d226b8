using FunSearch.Proposers;

namespace FunSearch.Tests.Proposers;

public sealed class BanditTests
{
    [Fact]
    public void All_begin_with_the_same_share() => Assert.All(new Bandit(["a", "b", "c", "d"]).Shares(), share => Assert.Equal(0.25, share.Share, 12));

    [Fact]
    public void What_helps_more_often_gets_more_and_nothing_is_given_up()
    {
        var bandit = new Bandit(["good", "bad", "worst"]);

        Trials(bandit, 300, trial => ("good", trial % 4 == 0), trial => ("bad", trial % 40 == 0), _ => ("worst", false));

        var shares = bandit.Shares().ToDictionary(share => share.Name, share => share.Share);
        Assert.Equal(1, shares.Values.Sum(), 12);
        Assert.InRange(shares["good"], 0.7, 0.9);
        Assert.True(shares["bad"] > shares["worst"]);
        Assert.True(shares["worst"] >= 0.1 / 3);
    }

    [Fact]
    public void What_is_twice_as_dear_or_twice_as_slow_must_help_more_often()
    {
        var (dear, slow) = (new Bandit(["cheap", "dear"]), new Bandit(["quick", "slow"]));
        for (var trial = 0; trial < 400; trial++)
        {
            dear.Report("cheap", trial % 5 == 0, new Toll(1, 1));
            dear.Report("dear", trial % 5 == 0, new Toll(3, 1));
            slow.Report("quick", trial % 5 == 0, new Toll(0, 1));
            slow.Report("slow", trial % 5 == 0, new Toll(0, 3));
        }

        Assert.True(dear.Shares()[0].Share > 1.4 * dear.Shares()[1].Share);
        Assert.True(slow.Shares()[0].Share > 1.4 * slow.Shares()[1].Share);
    }

    [Fact]
    public void What_never_helps_gets_little_however_cheap_and_quick_it_is()
    {
        var bandit = new Bandit(["useless", "good"]);

        for (var trial = 0; trial < 400; trial++)
        {
            bandit.Report("useless", false, new Toll(0.01, 0.01));
            bandit.Report("good", trial % 10 == 0, new Toll(1, 1));
        }

        Assert.True(bandit.Shares()[1].Share > 0.7);
    }

    [Fact]
    public void What_helped_long_ago_is_forgotten()
    {
        var bandit = new Bandit(["once", "now"]);

        Trials(bandit, 400, trial => ("once", trial % 4 == 0), _ => ("now", false));
        Trials(bandit, 1_500, _ => ("once", false), trial => ("now", trial % 4 == 0));

        Assert.True(bandit.Shares()[1].Share > 0.7);
    }

    [Fact]
    public void A_chance_falls_on_each_by_its_share_among_those_that_are_open()
    {
        var bandit = new Bandit(["a", "b", "c", "d"]);

        var chosen = Enumerable.Range(0, 100).Select(chance => bandit.Choose(chance / 100.0, name => name is not "b")!).ToList();

        Assert.All(chosen.CountBy(name => name), count => Assert.InRange(count.Value, 33, 34));
        Assert.DoesNotContain("b", chosen);
        Assert.Null(bandit.Choose(0.5, _ => false));
    }

    private static void Trials(Bandit bandit, int count, params Func<int, (string Name, bool IsProgress)>[] arms)
    {
        for (var trial = 0; trial < count; trial++)
        {
            foreach (var arm in arms)
            {
                var (name, isProgress) = arm(trial);
                bandit.Report(name, isProgress, Toll.None);
            }
        }
    }
}
