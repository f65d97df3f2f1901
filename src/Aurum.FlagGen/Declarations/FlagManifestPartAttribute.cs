using System.ComponentModel;

namespace Aurum.FlagGen;

/// <summary>A piece of the manifest that was compiled into an assembly. Generated code bears them, and <see cref="FlagCatalog"/> reads them once.</summary>
/// <param name="index">The piece's position.</param>
/// <param name="text">The piece of the manifest's JSON.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlagManifestPartAttribute(int index, string text) : Attribute
{
    /// <summary>The piece's position; the pieces in their order make the manifest.</summary>
    public int Index { get; } = index;

    /// <summary>The piece of the manifest's JSON.</summary>
    public string Text { get; } = text;
}
