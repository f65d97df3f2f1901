using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Decides by which members a flag is used, and gathers the enums and records that these need.</summary>
internal sealed class FlagShapeParser(OutputNames names, NameScope types)
{
    private readonly PayloadParser _payloads = new(types);
    private readonly List<EnumModel> _enums = [];

    public IReadOnlyList<EnumModel> Enums => _enums;

    public IReadOnlyList<PayloadModel> Payloads => _payloads.Payloads;

    /// <param name="flag">A flag that the build decides.</param>
    /// <param name="value">Its value, as an expression.</param>
    public static FlagShape ParseCompileTime(ManifestFlag flag, string value) => new()
    {
        Key = flag.Key,
        Type = flag.Type.ToString(),
        ValueType = FlagTypeInfo.Of(flag.Type).ValueType,
        Value = value,
    };

    /// <param name="facts">The flag.</param>
    /// <param name="slot">Its position in the embedded manifest.</param>
    public FlagShape Parse(FlagFacts facts, int slot)
    {
        ManifestFlag flag = facts.Flag;
        FlagTypeInfo type = FlagTypeInfo.Of(flag.Type);
        string? variants = flag.Type == FlagType.Variant ? AddEnum(GeneratedNames.Variants([facts.Path]), EnumKind.Variants, flag.Key, facts.VariantNames) : null;
        string? payload = flag.Type == FlagType.Object && flag.Node[FlagMembers.PayloadSchema.Name] is { Kind: JsonKind.Object } schema
            ? names.Qualifier + _payloads.Parse(schema, names.Prefix + GeneratedNames.Payload([facts.Path]), flag.Key)
            : null;
        string valueType = variants ?? payload ?? type.ValueType;
        return new FlagShape
        {
            Key = flag.Key,
            Type = flag.Type.ToString(),
            Handle = Runtime.Namespace + type.HandleOf(valueType),
            Slot = slot,
            ValueType = valueType,
            Payload = payload,
            Getter = flag.Type == FlagType.Boolean ? null : type.Getter,
            Variants = facts.Variants,
            EventType = flag.TrackEvents.Count > 0 ? AddEnum(GeneratedNames.Events([facts.Path]), EnumKind.Events, flag.Key, facts.EventNames) : null,
            Events = facts.EventNames,
        };
    }

    /// <returns>The enum's name from anywhere.</returns>
    private string AddEnum(string name, EnumKind kind, string key, EquatableArray<NamedText> members)
    {
        string type = types.Claim(names.Prefix + name, "Name");
        _enums.Add(new EnumModel(type, kind, key, members));
        return names.Qualifier + type;
    }
}
