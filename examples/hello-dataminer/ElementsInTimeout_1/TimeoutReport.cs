using System;
using System.Collections.Generic;
using System.Linq;
using Skyline.DataMiner.Automation;

namespace ElementsInTimeout
{
	/// <summary>
	/// A line of text about elements in timeout.
	/// </summary>
	internal class TimeoutReport
	{
		private readonly List<string> names;

		public TimeoutReport(IEnumerable<Element> elements)
		{
			names = elements.Select(element => element.ElementName).OrderBy(name => name).ToList();
		}

		public override string ToString()
		{
			return names.Count == 0
				? "All elements respond."
				: names.Count + " elements are in timeout: " + String.Join(", ", names);
		}
	}
}
