using System.Diagnostics;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.Mutation;

/// <summary>What the build gives the compiler for a project.</summary>
internal static class CompilerArguments
{
    public static CSharpCommandLineArguments Ask(string project)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "msbuild", project, "-t:Compile", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:DesignTimeBuild=true",
                "-p:BuildProjectReferences=false", "-p:NonExistentFile=__never__", "-getItem:CscCommandLineArgs",
            },
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The build does not tell how it compiles '{project}': {output}");
        }

        using JsonDocument json = JsonDocument.Parse(output);
        string[] arguments = [.. json.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(static item => item.GetProperty("Identity").GetString()!)];
        return CSharpCommandLineParser.Default.Parse(arguments, Path.GetDirectoryName(Path.GetFullPath(project)), sdkDirectory: null);
    }
}
