using System.Reflection;

namespace Aurum.FlagGen.Tests.Flags;

/// <summary>A type that bears a manifest, which a test can edit as hot reload edits it, and that counts how often it is read.</summary>
internal sealed class AnnouncedManifest(string manifest) : TypeDelegator(typeof(AnnouncedManifest))
{
    public string Manifest { get; set; } = manifest;

    public int Reads { get; private set; }

    /// <summary>Itself: types are equal whose underlying types are.</summary>
    public override Type UnderlyingSystemType => this;

    public override object[] GetCustomAttributes(Type attributeType, bool inherit)
    {
        Reads++;
        int half = Manifest.Length / 2;
        FlagManifestPartAttribute[] parts = [new(1, Manifest[half..]), new(0, Manifest[..half])];
        return parts;
    }
}
