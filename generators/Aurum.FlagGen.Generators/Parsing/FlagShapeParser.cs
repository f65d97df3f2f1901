using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Decides by which members a flag is used, and gathers the enums and records that these need.</summary>
internal sealed class FlagShapeParser(OutputNames names, NameScope types)
{
    private const string Runtime = "global::Aurum.FlagGen.";
    private const string Get = "GetValue";

    private readonly PayloadParser _payloads = new(types);
    private readonly List<EnumModel> _enums = [];

    public IReadOnlyList<EnumModel> Enums => _enums;

    public IReadOnlyList<PayloadModel> Payloads => _payloads.Payloads;

    /// <param name="flag">A flag that the build decides.</param>
    /// <param name="value">Its value, as an expression.</param>
    public static FlagShape ParseCompileTime(ManifestFlag flag, string value) => new()
    {
        Key = flag.Key,
        Type = nameof(FlagType.Boolean),
        Handle = null,
        ValueType = "bool",
        Value = value,
    };

    /// <summary>The runtime's handle for a flag that is used by nothing else, by its name alone; null for one that has a type, or members, of its own.</summary>
    public static string? FindPlainHandle(ManifestFlag flag) => flag.IsCompileTime || flag.TrackEvents.Count > 0 ? null : HandleOf(flag.Type);

    /// <param name="facts">The flag.</param>
    /// <param name="slot">Its position in the embedded manifest.</param>
    public FlagShape Parse(FlagFacts facts, int slot)
    {
        ManifestFlag flag = facts.Flag;
        FlagShape shape = flag.Type switch
        {
            FlagType.Boolean => NewShape(flag, slot, HandleOf(flag.Type)!, "bool", null),
            FlagType.String => NewShape(flag, slot, HandleOf(flag.Type)!, "string", Get),
            FlagType.Integer => NewShape(flag, slot, HandleOf(flag.Type)!, "int", Get),
            FlagType.Number => NewShape(flag, slot, HandleOf(flag.Type)!, "double", Get),
            FlagType.Variant => ParseVariants(facts, slot),
            _ => ParseObject(facts, slot),
        };
        return flag.TrackEvents.Count == 0 ? shape : AddEvents(shape, facts);
    }

    private static string? HandleOf(FlagType type) => type switch
    {
        FlagType.Boolean => "BooleanFlag",
        FlagType.String => "StringFlag",
        FlagType.Integer => "IntegerFlag",
        FlagType.Number => "NumberFlag",
        _ => null,
    };

    private static FlagShape NewShape(ManifestFlag flag, int slot, string handle, string valueType, string? getter) => new()
    {
        Key = flag.Key,
        Type = flag.Type.ToString(),
        Handle = Runtime + handle,
        HandleName = handle.IndexOf('<') < 0 ? handle : null,
        Slot = slot,
        ValueType = valueType,
        Getter = getter,
    };

    private FlagShape ParseVariants(FlagFacts facts, int slot)
    {
        string type = types.Claim(names.Prefix + GeneratedNames.Variants([facts.Path]), "Name");
        _enums.Add(new EnumModel(type, EnumKind.Variants, facts.Flag.Key, facts.VariantNames));

        string enumType = names.Qualifier + type;
        return NewShape(facts.Flag, slot, $"VariantFlag<{enumType}>", enumType, "GetVariant") with { ValueName = type, Variants = facts.Variants };
    }

    private FlagShape ParseObject(FlagFacts facts, int slot)
    {
        ManifestFlag flag = facts.Flag;
        if (flag.Node[FlagMembers.PayloadSchema.Name] is not { Kind: JsonKind.Object } schema)
        {
            return NewShape(flag, slot, "JsonFlag", "global::System.Text.Json.JsonElement", Get);
        }

        string type = names.Qualifier + _payloads.Parse(schema, names.Prefix + GeneratedNames.Payload([facts.Path]), flag.Key);
        return NewShape(flag, slot, $"ObjectFlag<{type}>", type, Get);
    }

    private FlagShape AddEvents(FlagShape shape, FlagFacts facts)
    {
        string type = types.Claim(names.Prefix + GeneratedNames.Events([facts.Path]), "Name");
        _enums.Add(new EnumModel(type, EnumKind.Events, facts.Flag.Key, facts.EventNames));
        return shape with { EventType = names.Qualifier + type, Events = facts.EventNames };
    }
}
