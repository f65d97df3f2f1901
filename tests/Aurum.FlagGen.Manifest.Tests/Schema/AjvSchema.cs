using System.Diagnostics;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Manifest.Tests.Schema;

/// <summary>docs/flags.schema.json as ajv reads it, the validator that most tools outside of editors use.</summary>
internal static class AjvSchema
{
    /// <summary>Whether the schema takes each of the documents, in their order.</summary>
    /// <param name="documents">JSON without line breaks.</param>
    public static async Task<IReadOnlyList<bool>> ValidateAsync(IReadOnlyList<string> documents)
    {
        ProcessStartInfo start = new(RequiredTool.Node) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(RepositoryFolder.Combine("tests", "Aurum.FlagGen.Manifest.Tests", "Schema", "validate.mjs"));
        start.ArgumentList.Add(RequiredTool.NodeModules("ajv", "8.17.1"));
        start.ArgumentList.Add(RepositoryFolder.Combine("docs", "flags.schema.json"));
        using Process node = Process.Start(start)!;
        Task<string> output = node.StandardOutput.ReadToEndAsync();
        Task<string> error = node.StandardError.ReadToEndAsync();
        foreach (string document in documents)
        {
            await node.StandardInput.WriteLineAsync(document);
        }

        node.StandardInput.Close();
        string[] answers = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await node.WaitForExitAsync();
        (await error).ShouldBe("");
        answers.Length.ShouldBe(documents.Count);
        return [.. answers.Select(static answer => answer == "true")];
    }
}
