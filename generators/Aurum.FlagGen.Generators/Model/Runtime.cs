namespace Aurum.FlagGen.Generators.Model;

/// <summary>The runtime's types, as generated code names them.</summary>
internal static class Runtime
{
    public const string Namespace = "global::Aurum.FlagGen.";

    public const string Flag = Namespace + "IFlag";
    public const string Payload = Namespace + "IFlagPayload";
    public const string FlagType = Namespace + "FlagType";
    public const string FlagValue = Namespace + "FlagValue";
    public const string Evaluation = Namespace + "FlagEvaluation";
    public const string Explanation = Namespace + "FlagExplanation";
    public const string Reason = Namespace + "EvaluationReason";
    public const string Source = Namespace + "FlagSource";
    public const string Engine = Namespace + "FlagEngine";
    public const string Builder = Namespace + "FlagGenBuilder";
    public const string Catalog = Namespace + "FlagCatalog";
    public const string Part = Namespace + "FlagManifestPart";
    public const string Context = Namespace + "FlagContext";
    public const string Schema = Namespace + "FlagContextSchema";
    public const string Fields = Namespace + "AttributeFields";
    public const string AttributeValue = Namespace + "AttributeValue";
}
