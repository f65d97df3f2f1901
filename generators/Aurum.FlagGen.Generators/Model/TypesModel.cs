namespace Aurum.FlagGen.Generators.Model;

/// <summary>The types that single flags have of their own.</summary>
internal sealed record TypesModel(OutputNames Names, EquatableArray<FlagStructModel> Structs, EquatableArray<EnumModel> Enums, EquatableArray<PayloadModel> Payloads) : IOutputModel
{
    public bool IsEmpty => Structs.Count + Enums.Count + Payloads.Count == 0;
}
