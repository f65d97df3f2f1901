namespace Aurum.FlagGen.Manifest.CompileTime;

/// <summary>What one build says of its compile-time flags: <c>-p:FlagGenOverrides="search.fuzzy=true|checkout.new=false"</c>.</summary>
internal sealed class BuildOverrides
{
    /// <summary>The property that holds them.</summary>
    public const string PropertyName = "FlagGenOverrides";

    public static readonly BuildOverrides None = new([]);

    // A semicolon would end the property where MSBuild hands it to the compiler.
    private const char Separator = '|';

    private BuildOverrides(IReadOnlyList<BuildOverride> all) => All = all;

    /// <summary>All of them, in the order of the text.</summary>
    public IReadOnlyList<BuildOverride> All { get; }

    /// <summary>Reads the property. What is between two separators without a text is left out; the last word on a flag counts.</summary>
    public static BuildOverrides Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return None;
        }

        List<BuildOverride> all = [];
        foreach (string part in text!.Split(Separator))
        {
            if (part.Trim() is { Length: > 0 } entry)
            {
                all.Add(ParseEntry(entry));
            }
        }

        return new BuildOverrides(all);
    }

    /// <summary>What the build says of a flag; null where it says nothing that can be read.</summary>
    /// <param name="scope">The scope of the flag's manifest.</param>
    /// <param name="key">The flag's key.</param>
    public bool? Find(string scope, string key)
    {
        for (int i = All.Count - 1; i >= 0; i--)
        {
            if (All[i].Value is { } value && (All[i].Key == key || All[i].Key == scope + "/" + key))
            {
                return value;
            }
        }

        return null;
    }

    private static BuildOverride ParseEntry(string entry)
    {
        int equals = entry.IndexOf('=');
        if (equals < 0)
        {
            return new BuildOverride(entry, null, null);
        }

        string text = entry.Substring(equals + 1).Trim();
        bool? value = text.ToUpperInvariant() switch
        {
            "TRUE" => true,
            "FALSE" => false,
            _ => null,
        };
        return new BuildOverride(entry.Substring(0, equals).Trim(), text, value);
    }
}
