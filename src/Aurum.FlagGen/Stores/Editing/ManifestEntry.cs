using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen.Stores;

/// <summary>What a manifest has under a flag's key.</summary>
/// <param name="Flag">The flag; null where there is none, or one that cannot be read.</param>
/// <param name="Version">Its version: of one that cannot be read a hash of its text, and 0 where there is none.</param>
/// <param name="Json">Its definition as JSON; null where there is none.</param>
internal sealed record ManifestEntry(FeatureFlag? Flag, long Version, string? Json)
{
    public static ManifestEntry None { get; } = new(null, 0, null);

    public static ManifestEntry Of(FeatureFlag? flag) => flag is null ? None : new ManifestEntry(flag, flag.Version, flag.ToJson());

    /// <summary>A definition that cannot be read, out of a manifest's text.</summary>
    /// <returns>Null where the text has no flag of that key by now.</returns>
    public static ManifestEntry? OfUnreadable(string text, string key)
    {
        if (JsonReader.Read(text).Root?["flags"]?[key] is not { } node)
        {
            return null;
        }

        string definition = text.Substring(node.Range.Start, node.Range.Length);

        // Where a name is written twice, no reader of an audit log would take it as JSON: it is kept as a text.
        string json = DuplicateNames.Find(node, []) is null ? JsonText.Minify(node) : FlagValue.From(definition).ToJson();
        return new ManifestEntry(null, FlagVersion.OfText(definition), json);
    }
}
