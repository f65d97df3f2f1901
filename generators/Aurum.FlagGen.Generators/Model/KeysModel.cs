namespace Aurum.FlagGen.Generators.Model;

/// <summary>Constants of the flags' keys.</summary>
/// <param name="Names">The names of what is generated.</param>
/// <param name="Index">Which of the manifest's files of keys it is.</param>
/// <param name="Keys">The constants.</param>
internal sealed record KeysModel(OutputNames Names, int Index, EquatableArray<NamedText> Keys) : IOutputModel;
