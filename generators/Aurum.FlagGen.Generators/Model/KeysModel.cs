namespace Aurum.FlagGen.Generators.Model;

/// <summary>The constants of the flags' keys.</summary>
internal sealed record KeysModel(OutputNames Names, EquatableArray<NamedText> Keys) : IOutputModel;
