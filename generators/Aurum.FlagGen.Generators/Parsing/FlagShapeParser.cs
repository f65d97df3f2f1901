using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Model.Members;
using Aurum.FlagGen.Manifest.Naming;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Decides by which members a flag is used, and gathers the enums and records that these need.</summary>
internal sealed class FlagShapeParser(OutputNames names, NameScope types)
{
    private const string Runtime = "global::Aurum.FlagGen.";
    private const string Get = "GetValue";

    /// <summary>Parameters that every <c>Match</c> has.</summary>
    private const string ContextParameter = "context";

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

    /// <param name="flag">The flag.</param>
    /// <param name="path">The names of its groups and its own, joined.</param>
    /// <param name="slot">Its position in the embedded manifest.</param>
    public FlagShape Parse(ManifestFlag flag, string path, int slot)
    {
        FlagShape shape = flag.Type switch
        {
            FlagType.Boolean => NewShape(flag, slot, "BooleanFlag", "bool", null),
            FlagType.String => NewShape(flag, slot, "StringFlag", "string", Get),
            FlagType.Integer => NewShape(flag, slot, "IntegerFlag", "int", Get),
            FlagType.Number => NewShape(flag, slot, "NumberFlag", "double", Get),
            FlagType.Variant => ParseVariants(flag, path, slot),
            _ => ParseObject(flag, path, slot),
        };
        return flag.TrackEvents.Count == 0 ? shape : AddEvents(shape, flag, path);
    }

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

    private FlagShape ParseVariants(ManifestFlag flag, string path, int slot)
    {
        string type = types.Claim(names.Prefix + GeneratedNames.Variants([path]), "Name");
        EquatableArray<NamedText> members = NamedTexts.From(flag.Variants, "Variant");
        _enums.Add(new EnumModel(type, EnumKind.Variants, flag.Key, members));

        string enumType = names.Qualifier + type;
        NameScope parameters = new(ContextParameter);
        VariantModel[] variants =
        [
            .. members.Select(member => new VariantModel(
                member.Text, member.Name, AccessorName.EscapeIdentifier(parameters.Claim(AccessorName.ToCamelCase(member.Name), "Variant")))),
        ];
        return NewShape(flag, slot, $"VariantFlag<{enumType}>", enumType, "GetVariant") with { ValueName = type, Variants = new(variants) };
    }

    private FlagShape ParseObject(ManifestFlag flag, string path, int slot)
    {
        if (flag.Node[FlagMembers.PayloadSchema.Name] is not { Kind: JsonKind.Object } schema)
        {
            return NewShape(flag, slot, "JsonFlag", "global::System.Text.Json.JsonElement", Get);
        }

        string type = names.Qualifier + _payloads.Parse(schema, names.Prefix + GeneratedNames.Payload([path]), flag.Key);
        return NewShape(flag, slot, $"ObjectFlag<{type}>", type, Get);
    }

    private FlagShape AddEvents(FlagShape shape, ManifestFlag flag, string path)
    {
        string type = types.Claim(names.Prefix + GeneratedNames.Events([path]), "Name");
        EquatableArray<NamedText> members = NamedTexts.From(flag.TrackEvents, "Event");
        _enums.Add(new EnumModel(type, EnumKind.Events, flag.Key, members));
        return shape with { EventType = names.Qualifier + type, Events = members };
    }
}
