using System.Diagnostics;
using System.Text;

namespace Aurum.FlagGen.Package.Tests;

/// <summary>Calls the dotnet command as a user does.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>How the command is started: in a folder, without what the build that runs these tests put into the environment.</summary>
    public static ProcessStartInfo Command(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // A server that outlives the build would keep the scratch folder's files open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        return start;
    }

    /// <summary>Calls the command and waits for its end.</summary>
    public static async Task<DotnetResult> TryAsync(string folder, params string[] arguments)
    {
        using Process process = Process.Start(Command(folder, arguments))!;
        StringBuilder output = new();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using CancellationTokenSource timeout = new(Limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} did not end within {Limit.TotalMinutes} minutes. It printed:\n{output}");
        }

        return new DotnetResult(process.ExitCode, output.ToString());
    }

    /// <summary>Calls the command, which must succeed.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<DotnetResult> RunAsync(string folder, params string[] arguments)
    {
        DotnetResult result = await TryAsync(folder, arguments);
        result.ExitCode.ShouldBe(0, $"dotnet {string.Join(' ', arguments)} printed:\n{result.Output}");
        return result;
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.Append(line).Append('\n');
        }
    }
}
