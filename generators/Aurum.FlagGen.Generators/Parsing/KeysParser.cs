using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Names the constants of the flags' keys: as the members are named, without the dots between.</summary>
internal static class KeysParser
{
    public static KeysModel Parse(IEnumerable<ManifestFlag> flags, OutputNames names)
    {
        NameScope scope = new(GeneratedNames.ObjectMembers);
        scope.Reserve([names.Keys]);
        return new KeysModel(names, new([.. flags.Select(flag => new NamedText(scope.Claim(string.Concat(flag.AccessorPath), "Key"), flag.Key))]));
    }
}
