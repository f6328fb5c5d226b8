using FunSearch.Specifications;
using FunSearch.Worker.Running;

namespace FunSearch.Tests.Specifications;

public sealed class SplitNamingTests
{
    [Fact]
    public void The_worker_and_the_library_have_the_same_words_for_the_splits()
    {
        Assert.Equal(["train", "validation", "test"], SplitNaming.Words);
        Assert.Equal(SplitNaming.Words, InputMaker.Splits);
        Assert.Equal(Enum.GetValues<Split>(), SplitNaming.Words.Select(SplitNaming.Named));
    }
}
