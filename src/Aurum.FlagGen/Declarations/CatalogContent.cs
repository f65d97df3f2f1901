using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen;

/// <summary>What a compiled manifest declares. Immutable: a manifest that changes while the program runs gets another one.</summary>
internal sealed class CatalogContent
{
    private CatalogContent(string scope, IReadOnlyList<FeatureFlag> flags, FlagSet set, JsonNode root)
    {
        Scope = scope;
        Flags = flags;
        Set = set;
        SharedTerms = new Dictionary<string, string>(
            [.. TermsOf(root, "segments"), .. TermsOf(root, "layers")], StringComparer.Ordinal);
    }

    public string Scope { get; }

    /// <summary>The flags, in the manifest's order.</summary>
    public IReadOnlyList<FeatureFlag> Flags { get; }

    /// <summary>The whole manifest as it was read.</summary>
    public FlagSet Set { get; }

    /// <summary>The text of each segment and layer, by kind and name: by it two manifests are compared that use one name.</summary>
    public IReadOnlyDictionary<string, string> SharedTerms { get; }

    /// <summary>Reads the manifest that was compiled into an assembly.</summary>
    /// <param name="owner">The generated class, by which messages name the place.</param>
    /// <param name="manifest">The manifest's JSON.</param>
    /// <exception cref="InvalidOperationException">The text is damaged.</exception>
    public static CatalogContent Read(Type owner, string manifest)
    {
        JsonReadResult json = JsonReader.Read(manifest);
        FlagSet? set = json.Root is { } root ? FlagSetReader.Read(root, "").Set : null;
        if (set is null)
        {
            throw new InvalidOperationException(
                $"The manifest that was compiled into {owner.FullName} cannot be read, so its generated code is damaged; build the project again. {(json.Faults.Count > 0 ? json.Faults[0].Message : "")}");
        }

        string scope = TextOf(json.Root!["scope"]) ?? TextOf(json.Root!["namespace"]) ?? owner.Namespace ?? "";
        return new CatalogContent(scope, InOrder(json.Root!["flags"], set), set, json.Root!);
    }

    /// <summary>Whether the code that was generated for the other content fits this one too: a flag is known by its position, a variant by its number.</summary>
    public bool HasShapeOf(CatalogContent other) =>
        Scope == other.Scope && Flags.Count == other.Flags.Count && Flags.Zip(other.Flags).All(static pair => HasShapeOf(pair.First, pair.Second));

    private static bool HasShapeOf(FeatureFlag flag, FeatureFlag other) =>
        flag.Key == other.Key && flag.Type == other.Type
        && (flag.Type != FlagType.Variant || FlagSlot.DeclaredVariants(flag).SequenceEqual(FlagSlot.DeclaredVariants(other)));

    /// <summary>One definition for each member of <c>flags</c>, because generated code knows a flag by its position. An unreadable one, whose fault the build has shown, keeps its place.</summary>
    private static FeatureFlag[] InOrder(JsonNode? flags, FlagSet set)
    {
        Dictionary<string, FeatureFlag> read = set.Flags.ToDictionary(static flag => flag.Key, StringComparer.Ordinal);
        return [.. (flags?.Members ?? []).Select(member => read.GetValueOrDefault(member.Name) ?? Unread(member))];
    }

    private static FeatureFlag Unread(JsonMember member) => new()
    {
        Key = member.Name,
        Type = ManifestWords.FlagTypes.Find(member.Value["type"]?.Text ?? ""),
    };

    private static IEnumerable<KeyValuePair<string, string>> TermsOf(JsonNode root, string kind) => (root[kind]?.Members ?? [])
        .DistinctBy(static member => member.Name, StringComparer.Ordinal)
        .Select(member => KeyValuePair.Create($"{kind}/{member.Name}", JsonText.Minify(member.Value)));

    private static string? TextOf(JsonNode? node) => node is { Kind: JsonKind.String, Text: { Length: > 0 } text } ? text : null;
}
