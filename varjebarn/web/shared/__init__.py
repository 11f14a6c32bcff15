"""What every audience shares: base pages, components, form fields, words for reasons and errors."""
