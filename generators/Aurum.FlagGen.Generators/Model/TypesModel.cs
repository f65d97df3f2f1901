namespace Aurum.FlagGen.Generators.Model;

/// <summary>The types that single flags have of their own, and those that flags with the same variants share.</summary>
internal sealed record TypesModel(
    OutputNames Names,
    EquatableArray<VariantHandleModel> Handles,
    EquatableArray<FlagStructModel> Structs,
    EquatableArray<EnumModel> Enums,
    EquatableArray<PayloadModel> Payloads) : IOutputModel
{
    public bool IsEmpty => Handles.Count + Structs.Count + Enums.Count + Payloads.Count == 0;
}
