using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation;

/// <summary>What evaluations of one engine may take, and who hears of what they meet.</summary>
/// <param name="PatternTimeout">How long a match of a pattern may take.</param>
/// <param name="OnMisfit">Hears of attributes whose value no condition understands, by path; null where nobody does.</param>
internal sealed record EvaluationLimits(TimeSpan PatternTimeout, Action<string, NotUnderstood>? OnMisfit = null);
