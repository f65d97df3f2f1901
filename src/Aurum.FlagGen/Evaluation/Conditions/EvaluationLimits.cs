using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation;

/// <summary>What evaluations of one engine may take, and who hears of what they meet.</summary>
/// <param name="PatternTimeout">How long a match of a pattern may take.</param>
/// <param name="OnMisfit">Hears of attributes whose value no condition understands, by path; null for none.</param>
/// <param name="OnPatternTimeout">Hears of matches that ran out of time; null for none.</param>
internal sealed record EvaluationLimits(TimeSpan PatternTimeout, Action<string, NotUnderstood>? OnMisfit = null, Action? OnPatternTimeout = null);
