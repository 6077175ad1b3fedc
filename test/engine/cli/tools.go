//go:build tools

// Package cli names the Pulumi command line as this module's only tool, so that go.mod and go.sum pin it.
package cli

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
