namespace Aurum.FlagGen.Architecture.Tests;

/// <summary>The rooms of every product: each stands after those that it may use.</summary>
internal static class House
{
    public static readonly Product[] Products =
    [
        new(
            "src/Aurum.FlagGen.Manifest",
            new Room("Json"),
            new Room("Naming", "Json"),
            new Room("Rules", "Json"),
            new Room("Values", "Json"),
            new Room("Editing", "Json"),
            new Room("Model", "Json", "Naming", "Rules"),
            new Room("Model/Members", "Model"),
            new Room("CompileTime", "Json", "Model", "Model/Members"),
            new Room("Checking/Reporting", "Json", "Model", "Model/Members", "Naming", "Rules", "Values"),
            new Room("Checking/Payloads", "Checking/Reporting", "Json", "Model", "Naming", "Rules", "Values"),
            new Room("Checking/Conditions", "Checking/Reporting", "Json", "Model", "Model/Members", "Rules", "Values"),
            new Room("Checking/Dependencies", "Checking/Reporting", "Json", "Model", "Rules"),
            new Room("Checking/Flags", "Checking/Payloads", "Checking/Reporting", "Json", "Model", "Model/Members", "Rules", "Values"),
            new Room("Checking/Experiments", "Checking/Flags", "Checking/Reporting", "Json", "Model", "Model/Members", "Rules", "Values"),
            new Room(
                "Checking/Rules",
                "Checking/Conditions", "Checking/Dependencies", "Checking/Experiments", "Checking/Flags", "Checking/Reporting",
                "Json", "Model", "Model/Members", "Rules", "Values"),
            new Room("Checking/Names", "Checking/Payloads", "Checking/Reporting", "CompileTime", "Json", "Model", "Model/Members", "Naming", "Rules"),
            new Room(
                "Checking",
                "Checking/Conditions", "Checking/Dependencies", "Checking/Experiments", "Checking/Flags", "Checking/Names", "Checking/Payloads",
                "Checking/Reporting", "Checking/Rules", "Json", "Model", "Model/Members", "Naming", "Rules")),
        new("src/Aurum.FlagGen.Build", new Room(".")),
        new(
            "generators/Aurum.FlagGen.Generators",
            new Room("Model"),
            new Room("Errors", "Model"),
            new Room("Parsing", "Model"),
            new Room("Emitting", "Model"),
            new Room(".", "Emitting", "Errors", "Model", "Parsing")),
        new(
            "analyzers/Aurum.FlagGen.Analyzers",
            new Room("Diagnostics"),
            new Room("Manifest"),
            new Room("Flags", "Manifest"),
            new Room("Usage", "Flags"),
            new Room("Keys", "Diagnostics", "Flags", "Manifest", "Usage"),
            new Room("Variants", "Diagnostics", "Flags", "Usage"),
            new Room("Reads", "Diagnostics", "Flags", "Usage"),
            new Room("Lifecycle", "Diagnostics", "Flags", "Manifest", "Usage"),
            new Room(".", "Flags", "Keys", "Lifecycle", "Reads", "Usage", "Variants")),
        new(
            "analyzers/Aurum.FlagGen.CodeFixes",
            new Room("FixAll"),
            new Room("Source", "FixAll"),
            new Room("Manifest", "FixAll"),
            new Room("Accessors", "Source"),
            new Room("Variants", "Source"),
            new Room("Keys", "Accessors", "FixAll", "Manifest", "Source", "Variants"),
            new Room("Lifecycle", "Manifest", "Source"),
            new Room("Reads", "Accessors", "FixAll", "Source")),
        new(
            "src/Aurum.FlagGen.Redis",
            new Room("Namespace"),
            new Room("Stored", "Namespace"),
            new Room("Connections", "Namespace"),
            new Room("Scripts", "Namespace", "Stored"),
            new Room("Health", "Connections", "Namespace"),
            new Room("Reading", "Connections", "Health", "Namespace", "Scripts", "Stored"),
            new Room(".", "Connections", "Health", "Namespace", "Reading", "Scripts", "Stored"),
            new Room("Hosting", ".", "Connections", "Namespace")),
        new(
            "src/Aurum.FlagGen.Testing",
            new Room("Engines"),
            new Room("Hosting"),
            new Room("Overrides"),
            new Room("Stores")),
        new("src/Aurum.FlagGen.Testing.Xunit", new Room(".")),
    ];
}
