using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>A manifest that was compiled into an assembly. Generated code registers one for each generated class.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlagCatalog
{
    private FlagCatalog(Type owner, FlagSet set)
    {
        Owner = owner;
        Flags = set.Flags;
        Segments = set.Segments;
        Layers = set.Layers;
    }

    /// <summary>The generated class.</summary>
    public Type Owner { get; }

    /// <summary>The flags that the manifest declares for the run time, in its order.</summary>
    public IReadOnlyList<FeatureFlag> Flags { get; }

    /// <summary>The segments that the manifest declares.</summary>
    public IReadOnlyList<UserSegment> Segments { get; }

    /// <summary>The layers that the manifest declares.</summary>
    public IReadOnlyList<FlagLayer> Layers { get; }

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
        FlagCatalog catalog = new(owner, FlagSetReader.Read(Encoding.UTF8.GetString(manifest)).Set);
        catalog.Slots = FlagSlots.Register(catalog);
        return catalog;
    }
}
