"""What carries the model out in practice: trials, consultations, training and funding."""
