using System.Security.Cryptography;
using FunSearch.Specifications;

namespace FunSearch.Runs;

/// <summary>Whether the user's files are what they were: a run goes on only with the inputs that its scores were made on.</summary>
internal static class DataHashes
{
    /// <summary>The same data by absolute paths, with the hashes of its files as they are now.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<UserData> TakeAsync(UserData data, CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<Split, string>();
        foreach (var (split, file) in data.Files)
        {
            hashes[split] = await HashAsync(file, cancellationToken);
        }

        return data with { Files = data.Files.ToDictionary(file => file.Key, file => Path.GetFullPath(file.Value)), Hashes = hashes };
    }

    /// <summary>What became of a file since its hash was taken, as the beginning of a sentence; null when all are the same.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<string?> ChangeAsync(UserData data, CancellationToken cancellationToken)
    {
        foreach (var (split, hash) in data.Hashes ?? new Dictionary<Split, string>())
        {
            var file = data.Files[split];
            if (!File.Exists(file))
            {
                return $"The data file '{file}' is not there any more";
            }

            if (await HashAsync(file, cancellationToken) != hash)
            {
                return $"The data file '{file}' has changed";
            }
        }

        return null;
    }

    private static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
