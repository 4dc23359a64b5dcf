"use client";
import { Link2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

/** Copies the address of the page as it stands: whose accounts, period, unit and comparison are in it. */
export function ShareButton({ address }: { address: string }) {
  const toast = useToast();
  const share = async () => {
    await navigator.clipboard.writeText(new URL(address, location.href).href);
    toast({ title: "Address of this view copied" });
  };
  return (
    <Button onClick={() => void share()}>
      <Link2 aria-hidden className="size-4" />
      Share
    </Button>
  );
}
