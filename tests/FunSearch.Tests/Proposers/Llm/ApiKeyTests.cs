using System.Runtime.Versioning;
using FunSearch.Proposers.Llm;
using FunSearch.Search;

namespace FunSearch.Tests.Proposers.Llm;

[UnsupportedOSPlatform("windows")]
public sealed class ApiKeyTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void A_key_is_read_from_a_file_that_is_its_owners_alone()
    {
        File.WriteAllText(_path, " sk-1\n");
        File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var key = ApiKey.FromFile(_path);

        Assert.Equal(("sk-1", _path), (key.Value, key.Source));
        Assert.DoesNotContain("sk-1", key.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    public void A_key_that_others_can_read_is_refused_with_the_mend(UnixFileMode others)
    {
        File.WriteAllText(_path, "sk-1");
        File.SetUnixFileMode(_path, UnixFileMode.UserRead | others);

        var refusal = Assert.Throws<ProposerException>(() => ApiKey.FromFile(_path));

        Assert.Equal($"The key file '{_path}' can be read by others than its owner. Change that: chmod 600 '{_path}'.", refusal.Message);
    }

    [Fact]
    public void An_empty_file_and_none_have_their_sentences()
    {
        File.SetUnixFileMode(_path, UnixFileMode.UserRead);

        Assert.Equal($"The key file '{_path}' is empty. Write the key into it.", Assert.Throws<ProposerException>(() => ApiKey.FromFile(_path)).Message);
        Assert.StartsWith("The key file '/nowhere' cannot be read: ", Assert.Throws<ProposerException>(() => ApiKey.FromFile("/nowhere")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_two_lines_is_refused_and_not_repeated()
    {
        File.WriteAllText(_path, "sk-very\n-secret");
        File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var refusal = Assert.Throws<ProposerException>(() => ApiKey.FromFile(_path));

        Assert.Equal($"The key in {_path} holds a line break or another character that no key has. Write the key alone there.", refusal.Message);
    }

    [Theory]
    [InlineData("sk-very-secret", "My key is sk-very-secret.", "My key is (key).")]
    [InlineData("x", "return x * max;", "return x * max;")]
    public void A_secret_is_taken_out_of_an_answer_and_a_word_in_place_of_one_is_not(string key, string answer, string kept) =>
        Assert.Equal(kept, new ApiKey(key, "A_KEY").RemoveFrom(answer));

    public void Dispose() => File.Delete(_path);
}
