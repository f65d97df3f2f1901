namespace Aurum.FlagGen.Generators.Model;

/// <summary>The typed context and its attributes' values.</summary>
internal sealed record ContextModel(OutputNames Names, EquatableArray<AttributeModel> Attributes) : IOutputModel;
