using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Aurum.FlagGen.TestKit;

/// <summary>Manifests of the documentation and of the tests with one to three slips in them, each known by its number: the same number gives the same manifest.</summary>
internal static class MutatedManifests
{
    /// <summary>How many take part in every run, and in the long one.</summary>
    public const int Few = 5_000;

    /// <inheritdoc cref="Few"/>
    public const int Many = 200_000;

    private const ulong Stream = 0x4D616E6966657374;

    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    private static readonly Lazy<IReadOnlyList<string>> SeedTexts = new(ReadSeeds);

    /// <summary>What is mutated: every manifest in docs/manifest.md and docs/rules, and each flag of the manifest with every feature.</summary>
    public static IReadOnlyList<string> Seeds => SeedTexts.Value;

    public static string Create(int number)
    {
        PCG random = new((uint)number, Stream);
        JsonNode root = JsonNode.Parse(Seeds[(int)random.Next((uint)Seeds.Count)], documentOptions: Reading)!;
        ManifestMutation mutation = new(random);
        for (int slips = 1 + (int)random.Next(3); slips > 0; slips--)
        {
            mutation.Apply(root);
        }

        return root.ToJsonString();
    }

    private static IReadOnlyList<string> ReadSeeds()
    {
        List<string> seeds = [];
        string[] pages = [RepositoryFolder.Combine("docs", "manifest.md"), .. Directory.GetFiles(RepositoryFolder.Combine("docs", "rules"), "*.md").Order(StringComparer.Ordinal)];
        foreach (string page in pages)
        {
            foreach (string block in File.ReadAllText(page).Split("```json").Skip(1))
            {
                Add(seeds, block[..block.IndexOf("```", StringComparison.Ordinal)]);
            }
        }

        Add(seeds, File.ReadAllText(RepositoryFolder.Combine("tests", "Aurum.FlagGen.GeneratedCode.Tests", "every-feature.flags.json")));
        return seeds;
    }

    /// <summary>A manifest of many flags becomes one for each of them, so that slips meet all alike.</summary>
    private static void Add(List<string> seeds, string text)
    {
        if (!TryParse(text, out JsonObject? root) || root["flags"] is not JsonObject flags)
        {
            return;
        }

        if (flags.Count <= 4)
        {
            seeds.Add(root.ToJsonString());
            return;
        }

        foreach ((string key, JsonNode? flag) in flags)
        {
            JsonObject one = root.DeepClone().AsObject();
            one["flags"] = new JsonObject { [key] = flag?.DeepClone() };
            seeds.Add(one.ToJsonString());
        }
    }

    private static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JsonObject? root)
    {
        try
        {
            root = JsonNode.Parse(text, documentOptions: Reading) as JsonObject;
            return root is not null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // A page shows broken JSON too, and names that are written twice.
            root = null;
            return false;
        }
    }
}
