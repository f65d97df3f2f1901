namespace Aurum.FlagGen.Generators.Model;

/// <summary>The variants, or the tracked events, of a flag.</summary>
internal sealed record EnumModel(string TypeName, EnumKind Kind, string Key, EquatableArray<NamedText> Members);
