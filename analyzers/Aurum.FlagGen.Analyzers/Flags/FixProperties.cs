using System.Collections.Immutable;

namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>What diagnostics tell the fixes, by name.</summary>
internal static class FixProperties
{
    /// <summary>The flag's key.</summary>
    public const string Key = "Key";

    /// <summary>The path of the manifest that declares the flag, or that should.</summary>
    public const string Manifest = "Manifest";

    /// <summary>The definition of a flag that is to be declared, as JSON.</summary>
    public const string Definition = "Definition";

    /// <summary>What was probably meant by a text.</summary>
    public const string Nearest = "Nearest";

    /// <summary>The day of the build.</summary>
    public const string Today = "Today";

    /// <summary>How the flag is reached in C#.</summary>
    public const string Accessor = "Accessor";

    /// <summary>What a check is known to give: <c>True</c> or <c>False</c>.</summary>
    public const string Known = "Known";

    /// <summary>What is told of a declared flag.</summary>
    public static ImmutableDictionary<string, string?> For(DeclaredFlag flag) => ImmutableDictionary<string, string?>.Empty
        .Add(Key, flag.Key)
        .Add(Manifest, flag.Manifest.Path)
        .Add(Accessor, flag.Accessor);

    public static string? Read(Diagnostic diagnostic, string name) => diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;
}
