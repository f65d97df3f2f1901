using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen;

/// <summary>A manifest that was compiled into an assembly. Generated code registers one for each generated class.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlagCatalog
{
    private FlagCatalog(Type owner, IReadOnlyList<FeatureFlag> flags, FlagSet set)
    {
        Owner = owner;
        Flags = flags;
        Segments = set.Segments;
        Layers = set.Layers;
        Unreadable = set.Unreadable;
        Context = set.Context;
    }

    /// <summary>The generated class.</summary>
    public Type Owner { get; }

    /// <summary>The flags that the manifest declares for the run time, in its order.</summary>
    public IReadOnlyList<FeatureFlag> Flags { get; }

    /// <summary>The segments that the manifest declares.</summary>
    public IReadOnlyList<UserSegment> Segments { get; }

    /// <summary>The layers that the manifest declares.</summary>
    public IReadOnlyList<FlagLayer> Layers { get; }

    /// <summary>Keys of declared flags whose definition cannot be read, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Unreadable { get; }

    /// <summary>The context attributes that the manifest declares; null where it declares none, and rules may use any.</summary>
    internal IReadOnlyList<ManifestAttribute>? Context { get; }

    /// <summary>The slot of each flag, in the order of <see cref="Flags"/>.</summary>
    [SuppressMessage("Performance", "CA1819", Justification = "Generated code reads it once into a static readonly field, from which the JIT folds the look-up.")]
    public int[] Slots { get; private set; } = [];

    /// <summary>Registers a manifest with the process.</summary>
    /// <param name="owner">The generated class, by which messages name the place.</param>
    /// <param name="manifest">The manifest's JSON in UTF-8, as the generator embedded it.</param>
    /// <exception cref="InvalidOperationException">Another assembly declares one of the keys with another type, or with other variants.</exception>
    public static FlagCatalog Register(Type owner, ReadOnlySpan<byte> manifest)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return Register(owner, Encoding.UTF8.GetString(manifest));
    }

    /// <summary>Registers a manifest with the process.</summary>
    /// <param name="owner">The generated class, by which messages name the place.</param>
    /// <param name="manifest">The type that bears the manifest in <see cref="FlagManifestPartAttribute"/>s.</param>
    /// <exception cref="InvalidOperationException">Another assembly declares one of the keys with another type, or with other variants.</exception>
    public static FlagCatalog Register(Type owner, Type manifest)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(manifest);
        FlagManifestPartAttribute[] parts = (FlagManifestPartAttribute[])manifest.GetCustomAttributes(typeof(FlagManifestPartAttribute), inherit: false);
        Array.Sort(parts, static (one, other) => one.Index.CompareTo(other.Index));
        return Register(owner, string.Concat(parts.Select(static part => part.Text)));
    }

    private static FlagCatalog Register(Type owner, string manifest)
    {
        JsonReadResult json = JsonReader.Read(manifest);
        FlagSet? set = json.Root is { } root ? FlagSetReader.Read(root, "").Set : null;
        if (set is null)
        {
            throw new InvalidOperationException(
                $"The manifest that was compiled into {owner.FullName} cannot be read, so its generated code is damaged; build the project again. {(json.Faults.Count > 0 ? json.Faults[0].Message : "")}");
        }

        FlagCatalog catalog = new(owner, InOrder(json.Root!["flags"], set), set);
        catalog.Slots = FlagSlots.Register(catalog);
        return catalog;
    }

    /// <summary>One definition for each member of <c>flags</c>, for the generated code knows a flag by its position. An unreadable one, whose fault the build has shown, keeps its place.</summary>
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
}
