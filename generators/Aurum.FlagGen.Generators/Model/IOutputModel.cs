namespace Aurum.FlagGen.Generators.Model;

/// <summary>The model of one generated file.</summary>
internal interface IOutputModel
{
    OutputNames Names { get; }
}
