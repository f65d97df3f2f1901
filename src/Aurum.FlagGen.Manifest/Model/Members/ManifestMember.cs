namespace Aurum.FlagGen.Manifest.Model;

/// <summary>A member that an object of the manifest may have.</summary>
/// <param name="name">As it is written.</param>
/// <param name="kinds">The kinds of value it takes.</param>
/// <param name="isInManifest">Whether flags.json may have it; a definition in a store or a request may have every member.</param>
internal class ManifestMember(string name, JsonKinds kinds, bool isInManifest = true)
{
    public string Name { get; } = name;

    public JsonKinds Kinds { get; } = kinds;

    public bool IsInManifest { get; } = isInManifest;

    public static implicit operator string(ManifestMember member) => member.Name;

    public override string ToString() => Name;
}
