// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/sampledata.h"

namespace fairlead::providers {

SampleData::~SampleData() = default;

} // namespace fairlead::providers
