using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Names the constants of the flags' keys: as the members are named, without the dots between.</summary>
internal static class KeysParser
{
    public static EquatableArray<KeysModel> Parse(IReadOnlyList<FlagFacts> flags, OutputNames names)
    {
        NameScope scope = new(GeneratedNames.ObjectMembers);
        scope.Reserve([names.Keys]);
        KeysModel[] parts = new KeysModel[Math.Max(1, Batches.CountOf(flags.Count))];
        for (int i = 0; i < parts.Length; i++)
        {
            NamedText[] keys = new NamedText[Batches.SizeOf(flags.Count, i)];
            for (int j = 0; j < keys.Length; j++)
            {
                NamedText constant = flags[Batches.StartOf(i) + j].Constant;
                string name = scope.Claim(constant.Name, "Key");
                keys[j] = name == constant.Name ? constant : constant with { Name = name };
            }

            parts[i] = new KeysModel(names, i, new(keys));
        }

        return new(parts);
    }
}
