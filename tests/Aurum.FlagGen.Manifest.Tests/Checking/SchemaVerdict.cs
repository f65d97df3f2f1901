namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>What docs/flags.schema.json makes of a faulty manifest.</summary>
public enum SchemaVerdict
{
    /// <summary>An editor with the schema refuses it too.</summary>
    Rejects,

    /// <summary>JSON Schema has no words for the fault, so the manifest passes.</summary>
    CannotSay,

    /// <summary>The text cannot be given to a JSON Schema at all, or not within its limits.</summary>
    CannotRead,
}
