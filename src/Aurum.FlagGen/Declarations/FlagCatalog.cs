using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen;

/// <summary>A manifest that was compiled into an assembly. Generated code announces one for each generated class.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlagCatalog
{
    private readonly Type? _bearer;

    private volatile CatalogContent _content;

    private FlagCatalog(Type owner, Type? bearer, CatalogContent content)
    {
        Owner = owner;
        _bearer = bearer;
        _content = content;
    }

    /// <summary>The generated class.</summary>
    public Type Owner { get; }

    /// <summary>The manifest's scope: a flag is known by it and its key.</summary>
    public string Scope => _content.Scope;

    /// <summary>The flags that the manifest declares for the run time, in its order.</summary>
    public IReadOnlyList<FeatureFlag> Flags => _content.Flags;

    /// <summary>The segments that the manifest declares.</summary>
    public IReadOnlyList<UserSegment> Segments => _content.Set.Segments;

    /// <summary>The layers that the manifest declares.</summary>
    public IReadOnlyList<FlagLayer> Layers => _content.Set.Layers;

    /// <summary>Keys of declared flags whose definition cannot be read, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Unreadable => _content.Set.Unreadable;

    /// <summary>The slot of each flag, in the order of <see cref="Flags"/>.</summary>
    [SuppressMessage("Performance", "CA1819", Justification = "Generated code reads it once into a static readonly field, from which the JIT folds the look-up.")]
    public int[] Slots { get; internal set; } = [];

    /// <summary>The context attributes that the manifest declares; null where it declares none, and rules may use any.</summary>
    internal IReadOnlyList<ManifestAttribute>? Context => _content.Set.Context;

    /// <summary>Where the manifest is, as messages name it.</summary>
    internal string Place => $"{Owner.FullName} (scope '{Scope}', assembly {Owner.Assembly.GetName().Name})";

    /// <summary>The text of each segment and layer, by kind and name.</summary>
    internal IReadOnlyDictionary<string, string> SharedTerms => _content.SharedTerms;

    /// <summary>Lets the process know of a manifest. The manifest is read when a flag is first asked, not before.</summary>
    /// <param name="owner">The generated class, by which messages name the place.</param>
    /// <param name="manifest">The type that bears the manifest in <see cref="FlagManifestPartAttribute"/>s.</param>
    public static void Announce(Type owner, Type manifest)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(manifest);
        FlagSlots.Announce(owner, manifest);
    }

    /// <summary>Reads a manifest and gives its flags their slots.</summary>
    /// <param name="owner">The generated class, by which messages name the place.</param>
    /// <param name="manifest">The manifest's JSON in UTF-8.</param>
    /// <exception cref="InvalidOperationException">The manifest cannot be read.</exception>
    public static FlagCatalog Register(Type owner, ReadOnlySpan<byte> manifest)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return FlagSlots.Register(new FlagCatalog(owner, bearer: null, CatalogContent.Read(owner, Encoding.UTF8.GetString(manifest))));
    }

    /// <summary>Reads a manifest and gives its flags their slots, the first time that it is asked to.</summary>
    /// <param name="owner">The generated class, by which messages name the place.</param>
    /// <param name="manifest">The type that bears the manifest in <see cref="FlagManifestPartAttribute"/>s.</param>
    /// <exception cref="InvalidOperationException">The manifest cannot be read.</exception>
    public static FlagCatalog Register(Type owner, Type manifest)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(manifest);
        return FlagSlots.Register(owner, manifest);
    }

    internal static FlagCatalog Read(Type owner, Type bearer) => new(owner, bearer, CatalogContent.Read(owner, TextOf(bearer)));

    /// <summary>Whether the manifest is one that any of the types bears.</summary>
    /// <param name="types">The types; null for any type.</param>
    internal bool IsBornByAny(Type[]? types) => _bearer is not null && (types is null || types.Contains(_bearer));

    /// <summary>Reads the compiled manifest again, which an edit of the running program may have changed.</summary>
    /// <returns>False where the content is not one that the generated code fits: such an edit restarts the program.</returns>
    internal bool TryReadAgain()
    {
        CatalogContent content = CatalogContent.Read(Owner, TextOf(_bearer!));
        bool fits = content.HasShapeOf(_content);
        if (fits)
        {
            _content = content;
        }

        return fits;
    }

    private static string TextOf(Type bearer)
    {
        FlagManifestPartAttribute[] parts = (FlagManifestPartAttribute[])bearer.GetCustomAttributes(typeof(FlagManifestPartAttribute), inherit: false);
        Array.Sort(parts, static (one, other) => one.Index.CompareTo(other.Index));
        return string.Concat(parts.Select(static part => part.Text));
    }
}
