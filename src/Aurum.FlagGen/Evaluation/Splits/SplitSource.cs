namespace Aurum.FlagGen.Evaluation;

/// <summary>What a rule or a test says of its bucket; null leaves it to the flag.</summary>
internal readonly record struct SplitSource(string? Salt, string? BucketBy, FlagBucketing? Bucketing);
